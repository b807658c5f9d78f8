import type { ComponentChildren } from 'preact';
import { useApp } from '../../app-context.ts';

interface SubjectProps {
  /** Where it is: `H2 › vm7`. */
  readonly path: string;
  readonly badge?: ComponentChildren;
  readonly name: string;
  /** A second, quieter name. */
  readonly also?: string;
  readonly children: ComponentChildren;
}

/** The head of the inspector and the list of facts below it. */
export function Subject({ path, badge, name, also, children }: SubjectProps) {
  const { words } = useApp();
  return (
    <>
      <h2 class="panel-title">
        {words.say('ui.inspector.selection')}
        <span>{path}</span>
      </h2>
      <h3 class="subject">
        {badge}
        {name}
        {also !== undefined && <small>{also}</small>}
      </h3>
      <dl class="facts">{children}</dl>
    </>
  );
}

export function Fact(props: { name: string; kind?: 'warn' | 'harm'; children: ComponentChildren }) {
  const { words } = useApp();
  return (
    <div>
      <dt>{words.say(`ui.inspector.${props.name}`)}</dt>
      <dd class={props.kind === undefined ? '' : `${props.kind}-ink`}>{props.children}</dd>
    </div>
  );
}
