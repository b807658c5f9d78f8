import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { cyclesOf, type Pipeline } from '../../../../shared/mechanics/exits/pipeline/pipeline.ts';
import { figure } from '../../../../shared/text/figure.ts';
import { callText } from '../../../../shared/world/machine/hypercall.ts';
import type { Followed } from '../../../../shared/world/machine/trap.ts';
import { useApp } from '../../../app-context.ts';
import { Axes } from './axes.tsx';
import { stateOf, totalsOf } from './trap-words.ts';

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowLeft: -1,
  ArrowDown: 1,
  ArrowRight: 1,
};

interface StepperProps {
  readonly kind: Followed;
  readonly pipeline: Pipeline;
  /** It goes its whole way, for which the cost model charges. */
  readonly charged: boolean;
}

/** The stages of an operation, one of them current; forward and back by buttons and arrow keys. */
export function Stepper({ kind, pipeline, charged }: StepperProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const list = useRef<HTMLOListElement>(null);
  // What waits is shown where it waits.
  const step = useSignal(
    Math.max(
      0,
      pipeline.stages.findIndex(({ what }) => what === 'holds'),
    ),
  );
  const moved = useRef(false);
  const { stages, operations } = pipeline;
  // A filter that came or went has taken a stage away.
  const current = Math.min(step.value, stages.length - 1);
  const go = (by: number): void => {
    moved.current = true;
    step.value = Math.min(stages.length - 1, Math.max(0, current + by));
  };
  // Whoever steps sees where they are; whoever only opens it stays where they were.
  useEffect(() => {
    if (moved.current) list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    go(by);
    list.current?.querySelectorAll('button')[step.value]?.focus();
  };
  const arrow = (by: -1 | 1) => (
    <button
      type="button"
      class="trap-go"
      aria-label={t(by < 0 ? 'stepBack' : 'stepOn')}
      aria-disabled={by < 0 ? current === 0 : current === stages.length - 1}
      onClick={() => go(by)}
    >
      <svg viewBox="0 0 10 10" class="icon" aria-hidden="true">
        <path d={by < 0 ? 'M8 1v8L2 5z' : 'M2 1v8l6-4z'} />
      </svg>
    </button>
  );
  return (
    <fieldset class="trap-steps" aria-label={t('trapSteps')} onKeyDown={onKeyDown}>
      <div class="trap-top">
        <div class="trap-bar">
          {arrow(-1)}
          {arrow(1)}
          <span>{t('trapStep', { step: current + 1, steps: stages.length })}</span>
        </div>
        <Axes stages={stages} current={current} />
      </div>
      <ol ref={list} class="stages">
        {stages.map((stage, i) => (
          <li key={stage.what} class={i > current ? 'ahead' : ''}>
            <button
              type="button"
              tabIndex={i === current ? 0 : -1}
              aria-current={i === current ? 'step' : undefined}
              onClick={() => (step.value = i)}
            >
              <span class="stage-number">{i + 1}</span>
              <span>
                <b>{words.say(`names.actors.${stage.who}`)}</b>{' '}
                {words.say(`names.stages.${stage.what}`, {
                  count: operations,
                  call: stage.call === undefined ? '' : callText(stage.call),
                })}
              </span>
              <span class="stage-cost">{stage.cycles === 0 ? '–' : figure(stage.cycles)}</span>
              <small>{stateOf(words.say, stage)}</small>
            </button>
          </li>
        ))}
      </ol>
      <p class="trap-total">
        {t('trapTotal')}
        <b>{t('cyclesOf', { cycles: figure(cyclesOf(pipeline)) })}</b>
        {charged &&
          totalsOf(words.say, kind, pipeline).map((line) => <small key={line}>{line}</small>)}
      </p>
    </fieldset>
  );
}
