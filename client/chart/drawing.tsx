/** The session's chart as a drawing: the present state lit, what it takes now marked. The tables say the same in words. */
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { arrange, junctionOf, LINE, PAD } from './arrange.ts';
import type { CommandAt, Point, StateBox, Way } from './arrange.ts';
import { markOf } from './now.ts';
import type { ChartNow } from './now.ts';
import type { ChartState } from './read-chart.ts';
import { commandWord } from './words.ts';
import './drawing.css';

interface DrawingProps {
  readonly chart: readonly ChartState[];
  readonly now: ChartNow;
  /** Read aloud in place of the drawing. */
  readonly label: string;
}

export function Drawing({ chart, now, label }: DrawingProps): VNode {
  const { width, height, compounds, states, junctions, ways } = useMemo(() => arrange(chart), [chart]);
  const lit = useMemo(() => litIds(chart, now), [chart, now]);
  const isLit = ({ move, junction }: Way): boolean =>
    move === null ? junction !== null && lit.has(junction) : lit.has(move.id);
  const drawn = ways.toSorted((a, b) => Number(isLit(a)) - Number(isLit(b)));
  return (
    <svg
      class="chart"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <defs>
        <Head id="chart-head" />
        <Head id="chart-head-lit" />
      </defs>
      {compounds.map(box => (
        <Compound key={box.state.id} box={box} present={now.present.has(box.state.id)} />
      ))}
      {drawn.map(way => (
        <path
          key={`${way.move?.id ?? way.junction} ${pathOf(way.points)}`}
          class={isLit(way) ? 'chart-way chart-way-lit' : 'chart-way'}
          d={pathOf(way.points)}
          {...(way.arrives ? { 'marker-end': `url(#chart-head${isLit(way) ? '-lit' : ''})` } : {})}
        />
      ))}
      {junctions.map(({ id, x, y, width: size }) => (
        <path
          key={id}
          class={lit.has(id) ? 'chart-junction chart-junction-lit' : 'chart-junction'}
          d={`M${x + size / 2} ${y}l${size / 2} ${size / 2}l${-size / 2} ${size / 2}l${-size / 2} ${-size / 2}z`}
        />
      ))}
      {states.map(box => (
        <State key={box.state.id} box={box} now={now} />
      ))}
      {ways.map(({ move, label: box }) =>
        move === null || box === null ? null : (
          <g key={move.id} class={lit.has(move.id) ? 'chart-label chart-label-lit' : 'chart-label'}>
            <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="6" />
            <Commands at={box.commands} now={now} state={move.from} />
          </g>
        ),
      )}
    </svg>
  );
}

/** Moves out of the present states, and the junctions they go by. */
function litIds(chart: readonly ChartState[], now: ChartNow): ReadonlySet<string> {
  const moves = chart.filter(({ id }) => now.present.has(id)).flatMap(state => state.moves);
  return new Set(moves.flatMap(move => [move.id, junctionOf(move) ?? move.id]));
}

const Head = ({ id }: { readonly id: string }): VNode => (
  <marker
    id={id}
    viewBox="0 0 10 10"
    refX="9"
    refY="5"
    markerWidth="9"
    markerHeight="9"
    markerUnits="userSpaceOnUse"
    orient="auto-start-reverse"
  >
    <path class={id} d="M0 0L10 5L0 10z" />
  </marker>
);

const Compound = ({ box, present }: { readonly box: StateBox; readonly present: boolean }): VNode => (
  <g class={present ? 'chart-compound chart-compound-present' : 'chart-compound'}>
    <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="14" />
    <text class="chart-title" x={box.x + PAD + 4} y={box.y + LINE + 6}>
      {box.title.join(' ')}
      {present ? ' · état présent' : ''}
    </text>
  </g>
);

function State({ box, now }: { readonly box: StateBox; readonly now: ChartNow }): VNode {
  const { state, title, notes, x, y, width, height } = box;
  const present = now.present.has(state.id) && !state.compound;
  return (
    <g class={present ? 'chart-state chart-state-present' : 'chart-state'}>
      <rect x={x} y={y} width={width} height={height} rx="8" />
      {present ? (
        <text class="chart-present" x={x + width / 2} y={y - 7}>
          état présent
        </text>
      ) : null}
      {title.map((line, index) => (
        <text key={line} class="chart-title" x={x + PAD} y={y + PAD + LINE * (index + 1) - 4}>
          {line}
        </text>
      ))}
      <Commands at={notes} now={now} state={state.id} />
    </g>
  );
}

interface CommandsProps {
  readonly at: readonly CommandAt[];
  readonly now: ChartNow;
  readonly state: string;
}

const Commands = ({ at, now, state }: CommandsProps): VNode => (
  <>
    {at.map(({ command, x, y }) => {
      const mark = markOf(now, { id: state }, command);
      return (
        <g key={command} class={mark === null ? 'chart-command' : `chart-command chart-command-${mark}`}>
          {mark === null ? null : (
            <path
              d={mark === 'possible' ? `M${x - 14} ${y - 5}l4 4l6 -8` : `M${x - 13} ${y - 9}l7 8m0 -8l-7 8`}
            />
          )}
          <text x={x} y={y}>
            {commandWord(command)}
          </text>
        </g>
      );
    })}
  </>
);

/** Bends rounded: through the middles of the pieces, each corner pulling the line towards it. */
function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const bends = rest.slice(0, -1).map((corner, index) => {
    const next = rest[index + 1] ?? last;
    return `Q${at(corner)} ${at({ x: (corner.x + next.x) / 2, y: (corner.y + next.y) / 2 })}`;
  });
  return `M${at(first)}${bends.join('')}L${at(last)}`;
}

const at = ({ x, y }: Point): string => `${Math.round(x)} ${Math.round(y)}`;
