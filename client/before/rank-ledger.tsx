/** «Comment votre ordre est fait»: four ledgers, the result at the foot of each. */
import type { VNode } from 'preact';
import type { MyAmphitheatre } from '../http/answers.ts';
import { rankSteps } from './rank-lines.ts';
import type { RankLine } from './rank-lines.ts';

interface RankLedgerProps {
  readonly rank: NonNullable<MyAmphitheatre['rank']>;
  readonly semester: string;
  readonly callOrder: number;
}

export const RankLedger = ({ rank, semester, callOrder }: RankLedgerProps): VNode => (
  <ol class="rank-ledger">
    {rankSteps(rank, semester, callOrder).map(({ title, lines, result }, index) => (
      <li key={title}>
        <h3>
          <span class="rank-number" aria-hidden="true">
            {index + 1}
          </span>
          {title}
        </h3>
        <dl>
          {lines.map(one => (
            <Line key={one.word} line={one} />
          ))}
          <Line line={result} result />
        </dl>
      </li>
    ))}
  </ol>
);

const Line = ({
  line: { word, more, value },
  result = false,
}: {
  readonly line: RankLine;
  readonly result?: boolean;
}): VNode => (
  <div class={result ? 'rank-line rank-result' : 'rank-line'}>
    <dt>
      {word}
      {more === null ? null : <span class="quiet small">{more}</span>}
    </dt>
    <dd class="digits">{value}</dd>
  </div>
);
