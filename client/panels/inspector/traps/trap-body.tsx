import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type BetKind, betTechnique } from '../../../../shared/mechanics/exits/bet.ts';
import { bareTurnoutOf, isFollowed } from '../../../../shared/mechanics/exits/pipeline/bare.ts';
import {
  handledAs,
  kindOf,
  pipelineOf,
} from '../../../../shared/mechanics/exits/pipeline/pipeline.ts';
import { turnoutOf } from '../../../../shared/mechanics/exits/pipeline/turnout.ts';
import { usualKind } from '../../../../shared/mechanics/exits/reasons.ts';
import { clockOf } from '../../../../shared/text/clock.ts';
import type { ExitRow, HostRow, VmRow } from '../../../../shared/view/machine-rows.ts';
import { rowOf, rowsOf } from '../../../../shared/view/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import { BARE_REASONS, isBare } from '../../../../shared/world/machine/host.ts';
import type { Followed } from '../../../../shared/world/machine/trap.ts';
import type { Technique } from '../../../../shared/world/machine/vm.ts';
import { useApp } from '../../../app-context.ts';
import { Instructions } from './instructions.tsx';
import { Reasons } from './reasons.tsx';
import { Stepper } from './stepper.tsx';
import { aimText, operationKey } from './trap-words.ts';

interface Choice {
  readonly kind: Followed;
  /** The recorded exit that it is about. */
  readonly exit: ExitRow | null;
  /** As what it is handled. */
  readonly technique: Technique;
}

interface BodyProps {
  readonly view: BlueView;
  readonly vm: VmRow;
  readonly host: HostRow;
  /** What somebody wants to see first, whatever is on record. */
  readonly asked: BetKind | null;
}

/**
 * One operation stage by stage, and how often there is one of each kind. What was chosen stays, whatever
 * goes on meanwhile: exits come and go while somebody reads.
 */
export function TrapBody({ view, vm, host, asked }: BodyProps) {
  const { words } = useApp();
  const known = rowsOf(view, 'advisories').some(({ name }) => name === 'exception-loop');
  const latest = useLatest(view, vm);
  const choose = (wanted: Followed, told: ExitRow | null): Choice => {
    const handled = told === null ? vm.technique : handledAs(told.reason, vm.technique);
    return { kind: wanted, exit: told, technique: handled };
  };
  const chosen = useSignal<Choice>(
    asked === null
      ? choose(latest === null ? usualKind(vm, host) : kindOf(latest), latest)
      : { kind: asked, exit: null, technique: betTechnique(asked, vm.technique) },
  );
  const { kind, exit, technique } = chosen.value;
  const turnout = isBare(kind)
    ? bareTurnoutOf(kind, vm, host, exit)
    : turnoutOf(kind, vm, host, exit);
  const pipeline = pipelineOf(kind, technique, host, turnout, vm.wordSize);
  const bare = BARE_REASONS.filter(
    (reason) => kind === reason || latest?.reason === reason || isFollowed(reason, vm, host, known),
  );
  const name = words.say(`names.operations.${operationKey(kind, pipeline.operations)}`);
  return (
    <div class="traps">
      {vm.technique === 'container' && <p class="soft">{words.say('ui.inspector.noExits')}</p>}
      <h4 class="trap-title">
        <span>{exit === null ? name : (aimText(words.say, exit) ?? name)}</span>
        <small>
          {exit === null
            ? words.say('ui.inspector.trapUsual')
            : words.say('ui.inspector.trapLatest', { time: clockOf(exit.tick) })}
        </small>
      </h4>
      <Stepper
        key={`${kind} ${exit?.tick ?? ''}`}
        kind={kind}
        pipeline={pipeline}
        charged={!turnout.refused && exit?.call !== 'memory_op'}
      />
      <Reasons
        vm={vm}
        host={host}
        chosen={kind}
        bare={bare}
        onChoose={(wanted) => {
          const told = latest !== null && kindOf(latest) === wanted ? latest : null;
          chosen.value = choose(wanted, told);
        }}
      />
      {vm.technique !== 'container' && <Instructions vm={vm} host={host} />}
    </div>
  );
}

/** The latest exit on record of a VM: its host shows one of another VM as often as not. */
function useLatest(view: BlueView, vm: VmRow): ExitRow | null {
  const seen = useRef<ExitRow | null>(null);
  const now = rowOf(view, 'exits', vm.host);
  if (now?.vm === vm.id) seen.current = now;
  return seen.current;
}
