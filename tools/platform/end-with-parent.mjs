/** Preloaded into every service: when the process that supervises it is killed, its channel closes, and the service ends too. */
import process from 'node:process';

process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
