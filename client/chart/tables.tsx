/** The chart in words, for those who cannot see it drawn: what may be done now and why not, and each state's ways. */
import type { VNode } from 'preact';
import type { SessionChart } from '../../machines/wire/frames.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Tag } from '../ui/tag.tsx';
import { refusalWords } from './now.ts';
import type { ChartNow } from './now.ts';
import type { ChartState } from './read-chart.ts';
import { commandWord, commandWords, stateWord } from './words.ts';
import './tables.css';

/** Every command in the server's order: taken now, or what it would be answered. */
export const CommandTable = ({ commands }: Pick<SessionChart, 'commands'>): VNode => (
  <table class="chart-table">
    <caption class="hidden-text">Commandes possibles maintenant, et refus des autres</caption>
    <thead>
      <tr>
        <th scope="col">Commande</th>
        <th scope="col">Maintenant</th>
      </tr>
    </thead>
    <tbody>
      {commands.map(({ type, refusal }) => (
        <tr key={type} class={refusal === null ? 'chart-row-possible' : ''}>
          <th scope="row">{commandWord(type)}</th>
          <td>
            {refusal === null ? (
              <b>
                <Icon name="circleCheck" /> Possible
              </b>
            ) : (
              <>
                <Icon name="circleX" /> {refusalWords(refusal)}
              </>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

interface StateTableProps {
  readonly chart: readonly ChartState[];
  readonly now: ChartNow;
}

export const StateTable = ({ chart, now }: StateTableProps): VNode => (
  <table class="chart-table chart-table-states">
    <caption class="hidden-text">Le diagramme état par état</caption>
    <thead>
      <tr>
        <th scope="col">État</th>
        <th scope="col">Sans en sortir</th>
        <th scope="col">Vers un autre état, ou une autre personne</th>
      </tr>
    </thead>
    <tbody>
      {chart.map(state => (
        <tr key={state.id} class={now.present.has(state.id) ? 'chart-row-present' : ''}>
          <th scope="row">
            {stateWord(state.id)}
            {now.present.has(state.id) ? (
              <Tag kind="choosing" icon="hourglass">
                État présent
              </Tag>
            ) : null}
          </th>
          <td>
            {state.stays.length === 0 ? 'rien' : <Commands types={state.stays} state={state} now={now} />}
          </td>
          <td>
            {state.moves.length === 0 ? (
              'aucun'
            ) : (
              <ul>
                {state.moves.map(move => (
                  <li key={move.id}>
                    <Commands types={move.commands} state={state} now={now} />
                    <span class="quiet"> mène à </span>
                    {move.to.map(id => `«\u00a0${stateWord(id)}\u00a0»`).join(', ou ')}
                  </li>
                ))}
              </ul>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

interface CommandsProps {
  readonly types: readonly string[];
  readonly state: ChartState;
  readonly now: ChartNow;
}

/** In bold with its word what the present state takes now. */
function Commands({ types, state, now }: CommandsProps): VNode {
  const possible = types.filter(type => now.present.has(state.id) && now.refusals.get(type) === null);
  const others = types.filter(type => !possible.includes(type));
  return (
    <>
      {possible.length === 0 ? null : (
        <b>
          <Icon name="circleCheck" /> {commandWords(possible)}
          <span class="hidden-text"> (possible maintenant)</span>
        </b>
      )}
      {possible.length > 0 && others.length > 0 ? ', ' : ''}
      {commandWords(others)}
    </>
  );
}
