import './lecture.css';
import { lecture } from '../../../shared/course/lecture/registry.ts';
import type { LectureSection } from '../../../shared/course/lecture/section.ts';
import { useApp } from '../../app-context.ts';
import { Go } from '../../parts/go.tsx';
import { PageTop } from '../../parts/page/page-top.tsx';

/** The lecture section by section: what becomes of each here, and where it is played. */
export function Lecture() {
  const { say } = useApp().words;
  return (
    <div class="page">
      <PageTop />
      <main class="lecture">
        <h1>{say('ui.lecture.title')}</h1>
        <p class="soft">{say('ui.lecture.body')}</p>
        <ol class="lecture-list">
          {lecture.map((section) => (
            <Row key={section.number} section={section} />
          ))}
        </ol>
      </main>
    </div>
  );
}

function Row({ section }: { section: LectureSection }) {
  const { say } = useApp().words;
  const { number, played } = section;
  return (
    <li class="lecture-row" id={`s${number}`}>
      <span class="lecture-number">§{number}</span>
      <div>
        <h2>{say(`lecture.${number}.topic`)}</h2>
        <p>{say(`lecture.${number}.here`)}</p>
      </div>
      <dl>
        <dt>{say('ui.lecture.commands')}</dt>
        <dd>{say(`lecture.${number}.todo`)}</dd>
        <dt>{say('ui.lecture.played')}</dt>
        {played.map(({ scenario }) => (
          <dd key={scenario}>
            <Go to={{ name: 'solo', scenario }} class="quiet-link">
              {say(`scenarios.${scenario}.name`)}
            </Go>
          </dd>
        ))}
      </dl>
    </li>
  );
}
