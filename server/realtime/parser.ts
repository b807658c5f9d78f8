import { EventEmitter } from 'node:events';
import { ExtensionCodec, encode, Decoder as Msgpack } from '@msgpack/msgpack';
import { MESSAGE_BYTES } from '../../shared/protocol/limits.ts';

/** Bytes of one packet at the transport: beyond this the line is cut, up to it there is an answer. */
export const PACKET_BYTES = 4 * MESSAGE_BYTES;

/** Stands in for a payload that was too large to be looked at. Nothing on the wire decodes to it. */
export const OVERSIZE: unique symbol = Symbol('oversize');

const CONNECT = 0;
const DISCONNECT = 1;
const EVENT = 2;

// The client's parser writes undefined as extension 0; without this it would not read as absent.
const extensions = (): ExtensionCodec => {
  const codec = new ExtensionCodec();
  codec.register({ type: 0, encode: () => null, decode: () => undefined });
  return codec;
};

/** The packets of socket.io-msgpack-parser, which is what the client uses. */
export class Encoder {
  encode(packet: unknown): [Uint8Array] {
    return [encode(packet, { ignoreUndefined: true })];
  }
}

interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly id: number | undefined;
  readonly data: unknown;
}

/**
 * Reads what clients send. The stock parser believes any length a packet claims, and six bytes
 * make it fill four gigabytes; it also lets through names that the library keeps for itself. This
 * one bounds every length, and takes only the packets that a client of this game sends.
 */
export class Decoder extends EventEmitter {
  readonly #msgpack = new Msgpack({
    extensionCodec: extensions(),
    maxStrLength: PACKET_BYTES,
    maxBinLength: PACKET_BYTES,
    maxArrayLength: PACKET_BYTES,
    maxMapLength: PACKET_BYTES,
    maxExtLength: 64,
  });

  /** @throws on anything but a packet; the library then closes the line. */
  add(bytes: unknown): void {
    if (!(bytes instanceof Uint8Array) && !(bytes instanceof ArrayBuffer)) {
      throw new Error('not binary');
    }
    const packet = readPacket(this.#msgpack.decode(bytes));
    this.emit('decoded', bytes.byteLength > MESSAGE_BYTES ? withoutPayload(packet) : packet);
  }

  destroy(): void {
    this.removeAllListeners();
  }
}

function readPacket(value: unknown): Packet {
  if (!isRecord(value)) throw new Error('no packet');
  const { type, nsp, id, data } = value;
  if (typeof nsp !== 'string' || nsp.length > 64) throw new Error('no namespace');
  if (id !== undefined && (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 0)) {
    throw new Error('not an id');
  }
  switch (type) {
    case CONNECT:
      if (data !== undefined && !isRecord(data)) throw new Error('not a greeting');
      return { type, nsp, id: undefined, data };
    case DISCONNECT:
      return { type, nsp, id: undefined, data: undefined };
    case EVENT:
      if (!Array.isArray(data) || typeof data[0] !== 'string') throw new Error('no event');
      return { type, nsp, id, data };
    default:
      // Nothing is ever asked of a client, so it has nothing to acknowledge.
      throw new Error('no such packet');
  }
}

function withoutPayload(packet: Packet): Packet {
  return Array.isArray(packet.data) ? { ...packet, data: [packet.data[0], OVERSIZE] } : packet;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype;
}
