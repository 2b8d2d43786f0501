/** The package brings no types; these are the parts that are used. */
declare module 'smpp' {
  import type { Server, Socket } from 'node:net';

  export interface ShortMessage {
    message?: string | Buffer;
    /** The elements of the header, one buffer each. */
    udh?: Buffer[] | Buffer;
  }
  export interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly message_id?: string;
    readonly system_id?: string;
    readonly password?: string;
    readonly source_addr?: string;
    readonly source_addr_ton?: number;
    readonly destination_addr?: string;
    readonly dest_addr_ton?: number;
    readonly registered_delivery?: number;
    readonly data_coding?: number;
    readonly esm_class?: number;
    readonly short_message?: ShortMessage | string;
    readonly message_payload?: ShortMessage | string;
    readonly receipted_message_id?: string;
    readonly message_state?: number;
    readonly sar_msg_ref_num?: number;
    readonly sar_total_segments?: number;
    readonly sar_segment_seqnum?: number;
    isResponse(): boolean;
    response(options?: object): Pdu;
  }
  export interface Session {
    readonly socket: Socket;
    on(event: 'connect' | 'secureConnect' | 'close', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    on(event: 'pdu', listener: (pdu: Pdu) => void): this;
    /** False if the connection can no longer be written to: then no answer comes. */
    send(pdu: Pdu, answered?: (pdu: Pdu) => void): boolean;
    close(closed?: () => void): void;
    destroy(closed?: () => void): void;
  }
  interface Smpp {
    connect(options: { host: string; port: number; tls?: boolean }): Session;
    createServer(listener: (session: Session) => void): Server;
    PDU: new (command: string, options?: object) => Pdu;
    errors: Readonly<Record<string, number>>;
  }
  const smpp: Smpp;
  export default smpp;
}
