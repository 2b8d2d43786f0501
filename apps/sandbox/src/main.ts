import { readConfig } from './config.ts';
import { startSandbox } from './sandbox.ts';

const sandbox = await startSandbox(readConfig());

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    void sandbox.close().then(() => process.exit(0), () => process.exit(1));
  });
}
