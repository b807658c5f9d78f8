import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Refusal } from '../../../../shared/protocol/refusal.ts';
import type { Injection } from '../../../../shared/protocol/server.ts';
import { useApp } from '../../../app-context.ts';
import { boardsOf } from '../../../state/desk/desk-reading.ts';
import { refusalText } from '../../../state/match/wording.ts';
import { ActNote } from '../act-note.tsx';
import { useDesk, useDeskState } from '../desk-context.ts';
import { injectionText, targetText, worldName } from '../words.ts';

/** Something from outside, put into one world or into all: what could happen there now. */
export function InjectPanel() {
  const { say } = useApp().words;
  const desk = useDesk();
  const state = useDeskState();
  const boards = boardsOf(state);
  /** 0: all of them, of which the first is asked what could happen. */
  const world = useSignal(0);
  const list = useSignal<readonly Injection[] | null>(null);
  const trouble = useSignal<Refusal | null>(null);

  const load = async (): Promise<void> => {
    const asked = world.peek();
    const reply = await desk.injections(asked === 0 ? (boards[0]?.world ?? 1) : asked);
    if (world.peek() !== asked) return;
    list.value = reply.ok ? reply.value : null;
    trouble.value = reply.ok ? null : reply.refusal;
  };
  // What can happen depends on the world: a list of another one would mislead.
  useEffect(() => {
    if (list.peek() !== null) void load();
  }, [world.value]);

  const inject = async (injection: Injection): Promise<void> => {
    const key = `inject ${injection.key}`;
    if (desk.acts.pending.peek().some((pending) => pending.key === key)) return;
    await desk.act(key, { kind: 'inject', world: world.peek(), key: injection.key });
    void load();
  };

  return (
    <section class="side-part" aria-labelledby="inject-title">
      <h3 id="inject-title" class="panel-title">
        {say('ui.console.inject')}
      </h3>
      {boards.length > 1 && (
        <select
          class="select"
          aria-label={say('ui.console.injectInto')}
          value={String(world.value)}
          onChange={(event) => {
            world.value = Number(event.currentTarget.value);
          }}
        >
          <option value="0">{say('ui.console.allTeams')}</option>
          {boards.map((board) => (
            <option key={board.world} value={String(board.world)}>
              {worldName(say, state.session, board.world)}
            </option>
          ))}
        </select>
      )}
      {list.value !== null && (
        <>
          <Group
            title={say('ui.console.events')}
            items={list.value.filter(({ kind }) => kind === 'event')}
            inject={inject}
          />
          <Group
            title={say('ui.console.attackMoves')}
            items={list.value.filter(({ kind }) => kind === 'attack')}
            inject={inject}
          />
          {list.value.length === 0 && <p class="soft">{say('ui.console.noInjections')}</p>}
        </>
      )}
      <button type="button" class="button quiet wide-button" onClick={() => void load()}>
        {say(list.value === null ? 'ui.console.injectLoad' : 'ui.console.injectAgain')}
      </button>
      <p class="form-note" aria-live="polite">
        {trouble.value !== null && refusalText(say, trouble.value, null)}
      </p>
    </section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly items: readonly Injection[];
  readonly inject: (injection: Injection) => Promise<void>;
}

/** What an injection is, whatever it is about: those of one kind share a line. */
const kindOf = (item: Injection): string =>
  item.kind === 'event' ? item.plan.kind : item.act.attack;

function Group({ title, items, inject }: GroupProps) {
  if (items.length === 0) return null;
  const kinds = [...new Set(items.map(kindOf))];
  return (
    <fieldset class="injections">
      <legend>{title}</legend>
      {kinds.map((kind) => (
        <Line key={kind} items={items.filter((item) => kindOf(item) === kind)} inject={inject} />
      ))}
    </fieldset>
  );
}

/** One kind of thing: a button where there is no choice, else a choice with a button. */
function Line({ items, inject }: Pick<GroupProps, 'items' | 'inject'>) {
  const { say } = useApp().words;
  const { acts } = useDesk();
  const chosen = useSignal(items[0]?.key ?? '');
  const item = items.find(({ key }) => key === chosen.value) ?? items[0];
  if (item === undefined) return null;
  const what = injectionText(say, item);
  const key = `inject ${item.key}`;
  const taken = acts.notes.value.some((note) => note.key === key && note.kind === 'taken');
  const give = (): void => void inject(item);
  const about = (one: Injection): string => {
    const target = targetText(say, one);
    if (one.kind === 'event') return target;
    const sure = say(one.sure ? 'ui.console.sure' : 'ui.console.unsure');
    return target === '' ? sure : `${target} · ${sure}`;
  };
  return (
    <div>
      {items.length === 1 ? (
        <button type="button" class={`injection${taken ? ' taken' : ''}`} onClick={give}>
          <span>{what}</span>
          <small class={taken || (item.kind === 'attack' && item.sure) ? 'good-ink' : ''}>
            {taken ? '✓' : about(item)}
          </small>
        </button>
      ) : (
        <div class={`injection several${taken ? ' taken' : ''}`}>
          <span aria-hidden="true">{what}</span>
          <select
            class="select"
            aria-label={say('ui.console.target', { what })}
            value={item.key}
            onChange={(event) => {
              chosen.value = event.currentTarget.value;
            }}
          >
            {items.map((one) => (
              <option key={one.key} value={one.key}>
                {about(one)}
              </option>
            ))}
          </select>
          <button
            type="button"
            class="button quiet"
            aria-label={`${what} · ${about(item)} · ${say('ui.console.injectGo')}`}
            onClick={give}
          >
            {taken ? '✓' : say('ui.console.injectGo')}
          </button>
        </div>
      )}
      <ActNote of={key} />
    </div>
  );
}
