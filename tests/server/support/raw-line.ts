import { encode } from '@msgpack/msgpack';
import { SOCKET_PATH } from '../../../shared/protocol/limits.ts';

/** A line over long polling whose packets are written by hand. */
export class RawLine {
  readonly #url: string;

  private constructor(url: string) {
    this.#url = url;
  }

  /** Opens a line and joins the game's namespace. */
  static async open(base: string): Promise<RawLine> {
    const url = `${base}${SOCKET_PATH}/?EIO=4&transport=polling`;
    const hello: unknown = JSON.parse((await (await fetch(url)).text()).slice(1));
    const line = new RawLine(`${url}&sid=${(hello as { sid: string }).sid}`);
    await line.send(encode({ type: 0, nsp: '/' }));
    await line.poll();
    return line;
  }

  /** What the server has to say; waits until it is something. */
  async poll(): Promise<string> {
    return (await fetch(this.#url)).text();
  }

  /** @returns the http status */
  async send(packet: Uint8Array): Promise<number> {
    return this.sendText(`b${Buffer.from(packet).toString('base64')}`);
  }

  async sendText(body: string): Promise<number> {
    const answer = await fetch(this.#url, { method: 'POST', body });
    await answer.text();
    return answer.status;
  }
}
