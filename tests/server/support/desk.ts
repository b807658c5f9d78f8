import type { InstructorAct } from '../../../shared/protocol/messages.ts';
import type { DeskState, ProjectorState, Reply } from '../../../shared/protocol/server.ts';
import type { SessionSettings } from '../../../shared/protocol/settings.ts';
import { Player } from './player.ts';

/** An instructor's desk, or a projector, as its page is one. */
export class DeskClient extends Player {
  instructor = '';
  projector = '';
  readonly desks: DeskState[] = [];
  readonly projected: ProjectorState[] = [];

  constructor(url: string, transports: ('polling' | 'websocket')[] = ['websocket']) {
    super(url, transports);
    this.on('desk:state', (state) => this.desks.push(state));
    this.on('projector:state', (state) => this.projected.push(state));
  }

  get desk(): DeskState | undefined {
    return this.desks.at(-1);
  }

  /** Makes a session and opens its desk. */
  async create(settings: Partial<SessionSettings> = {}): Promise<void> {
    const reply = await this.ask('session:create', { settings });
    if (!reply.ok) throw new Error(`refused: ${reply.refusal.code}`);
    this.code = reply.value.code;
    this.instructor = reply.value.instructor;
    this.projector = reply.value.projector;
    await this.open('console', this.code, this.instructor);
  }

  async open(as: 'console' | 'projector', code: string, key: string): Promise<void> {
    const reply = await this.ask('desk:open', { code, key, as });
    if (!reply.ok) throw new Error(`refused: ${reply.refusal.code}`);
    this.code = code;
    if (reply.value.as === 'console') this.desks.push(reply.value.state);
    else this.projected.push(reply.value.state);
  }

  act(act: InstructorAct): Promise<Reply<unknown>> {
    return this.ask('desk:act', { act });
  }

  /** @throws when it is refused */
  async does(act: InstructorAct): Promise<void> {
    const reply = await this.act(act);
    if (!reply.ok) throw new Error(`refused: ${reply.refusal.code}`);
  }

  start(): Promise<void> {
    return this.does({ kind: 'start', sameSeed: false });
  }
}
