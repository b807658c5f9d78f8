import type { InstructorAct } from '../../shared/protocol/messages.ts';
import type { Created, SessionState } from '../../shared/protocol/server.ts';
import type { Oracle } from './oracle.ts';
import { DeskPage } from './pages.ts';
import type { Ground } from './people.ts';

/** Who leads the class, at a desk and with a projector. */
export class Instructor {
  desk: DeskPage;
  projector: DeskPage;
  /** Nothing is left to lead. */
  closed = false;
  #injections: readonly string[] = [];
  #acts = 0;

  constructor(
    private readonly ground: Ground,
    private readonly oracle: Oracle,
    private readonly made: Created,
  ) {
    this.desk = this.#open('console');
    this.projector = this.#open('projector');
  }

  get code(): string {
    return this.made.code;
  }

  get session(): SessionState | null {
    return this.desk.desk.state.peek()?.session ?? null;
  }

  /** Does something that instructors do at this point of a class. */
  act(): void {
    const { dice } = this.ground;
    if (dice.chance(40)) {
      this.#reload();
      return;
    }
    const { session } = this;
    if (session === null || this.closed) return;
    switch (session.phase) {
      case 'lobby':
        if (dice.chance(400)) this.do({ kind: 'start', sameSeed: dice.chance(300) });
        else this.#manage(session);
        break;
      case 'live':
        this.#lead(session);
        break;
      case 'debrief':
        this.do(
          dice.pick<InstructorAct>([
            { kind: 'again' },
            { kind: 'swap' },
            { kind: 'start', sameSeed: true },
            { kind: 'project', world: dice.int(0, 2) },
          ]),
        );
        break;
    }
  }

  /** @param then told when it is answered */
  do(act: InstructorAct, then: () => void = () => undefined): void {
    this.#acts += 1;
    if (act.kind === 'remove' || (act.kind === 'approve' && !act.yes)) {
      this.oracle.ended.add(`${this.made.code}/${act.seat}`);
    }
    if (act.kind === 'close' || act.kind === 'erase') this.closed = true;
    void this.desk.desk.act(`act ${this.#acts}`, act).then(then);
  }

  #open(as: 'console' | 'projector'): DeskPage {
    const { code, instructor, projector } = this.made;
    const key = as === 'console' ? instructor : projector;
    return new DeskPage(this.ground.network, as, code, key);
  }

  #reload(): void {
    if (this.ground.dice.chance(500)) {
      this.desk.kill();
      this.desk = this.#open('console');
    } else {
      this.projector.kill();
      this.projector = this.#open('projector');
    }
  }

  #lead(session: SessionState): void {
    const { dice } = this.ground;
    const what = dice.weighted<() => void>([
      [6, () => this.do({ kind: 'pause' })],
      [12, () => this.do({ kind: 'resume' })],
      [5, () => this.do({ kind: 'speed', speed: dice.pick([0.5, 1, 2, 4]) })],
      [3, () => this.do({ kind: 'go-live' })],
      [2, () => this.do({ kind: 'end' })],
      [8, () => this.#watch(session)],
      [5, () => this.do({ kind: 'project', world: dice.int(0, 2) })],
      [8, () => this.#inject()],
      [16, () => this.#manage(session)],
    ]);
    what();
  }

  #watch(session: SessionState): void {
    const { dice } = this.ground;
    const { desk } = this.desk;
    if (dice.chance(200)) {
      desk.unwatch();
      return;
    }
    const { world } = dice.pick(session.teams);
    desk.watch(world, dice.pick(['blue', 'red'] as const));
  }

  #inject(): void {
    const { dice } = this.ground;
    const world = dice.int(1, 2);
    const key = this.#injections[0];
    this.#injections = [];
    if (key !== undefined) {
      this.do({ kind: 'inject', world: dice.int(0, 2), key });
      return;
    }
    void this.desk.desk.injections(world).then((reply) => {
      if (reply.ok && reply.value.length > 0) this.#injections = [dice.pick(reply.value).key];
    });
  }

  #manage(session: SessionState): void {
    const { dice } = this.ground;
    const here = session.roster.filter(({ presence }) => presence !== 'left');
    if (here.length === 0) return;
    const { seat } = dice.pick(here);
    const { id: team } = dice.pick(session.teams);
    const act = dice.weighted<InstructorAct>([
      [10, { kind: 'move', seat, team }],
      [6, { kind: 'rename', seat, nickname: `이름${dice.int(1, 99)}` }],
      [2, { kind: 'remove', seat }],
      [6, { kind: 'approve', seat, yes: dice.chance(800) }],
      [4, { kind: 'roles', seat, roles: ['operator', 'analyst'] }],
      [4, { kind: 'message', to: 'all', text: '5분 남았습니다' }],
      [4, { kind: 'message', to: { team }, text: '잘하고 있습니다' }],
      [3, { kind: 'settings', settings: { lockRoles: dice.chance(500) } }],
      [3, { kind: 'settings', settings: { chat: dice.chance(500), standings: true } }],
      [2, { kind: 'settings', settings: { approve: dice.chance(300) } }],
      [2, { kind: 'share-out' }],
    ]);
    this.do(act);
  }
}
