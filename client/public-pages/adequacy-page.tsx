/** «Taux d’adéquation»: posts offered against people without a planned absence, amphitheatre by amphitheatre. */
import type { VNode } from 'preact';
import type { AdequacyRow } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { number, plural } from '../ui/format.ts';
import { Empty, Loading } from '../ui/loading.tsx';
import { Select } from '../ui/select.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { ADEQUACY_ORDERS, rateOf, rateText, rateWords, sorted, together } from './adequacy.ts';
import { useInAddress } from './in-address.ts';
import { PublicPage } from './public-page.tsx';
import '../ui/list-table.css';
import './board.css';

const LOOK_AGAIN_MS = 30_000;

export function AdequacyPage(): VNode {
  const asked = useAsked<readonly AdequacyRow[]>('/adequacy', LOOK_AGAIN_MS);
  const [picked, setPicked] = useInAddress('tri');
  const order = ADEQUACY_ORDERS.find(([key]) => key === picked)?.[0] ?? 'title';
  const rows = asked.value ?? [];
  return (
    <PublicPage
      title="Taux d’adéquation"
      sub={
        asked.value === null ? '\u00a0' : plural(rows.length, 'amphithéâtre publié', 'amphithéâtres publiés')
      }
    >
      <p class="adequacy-meaning">
        Postes offerts, sans les postes bloqués, pour 100 internes de la liste d’appel sans absence prévue.
        Au-dessus de 100&nbsp;%, il y a plus de postes que d’internes. C’est un ordre de grandeur&nbsp;: les
        postes réservés à un DES et les surnombres, qui n’occupent pas de poste, n’y sont pas distingués.
      </p>
      <Trouble asked={asked} />
      {asked.value === null && asked.trouble === null ? <Loading lines={6} /> : null}
      {asked.value?.length === 0 ? (
        <Empty icon="scale" title="Aucun taux à montrer pour l’instant">
          <p>
            Le taux d’un amphithéâtre paraît quand son offre et sa liste d’appel sont publiées toutes les
            deux.
          </p>
        </Empty>
      ) : null}
      {rows.length === 0 ? null : (
        <>
          <div class="no-print">
            <Select label="Trier par" choices={ADEQUACY_ORDERS} value={order} onChange={setPicked} />
          </div>
          <AdequacyTable rows={sorted(rows, order)} />
        </>
      )}
    </PublicPage>
  );
}

const AdequacyTable = ({ rows }: { readonly rows: readonly AdequacyRow[] }): VNode => (
  <table class="list-table public-table digits">
    <caption class="hidden-text">Taux d’adéquation par amphithéâtre</caption>
    <thead>
      <tr>
        <th scope="col">Amphithéâtre</th>
        <th scope="col" class="number">
          Postes offerts
        </th>
        <th scope="col" class="number">
          Internes
        </th>
        <th scope="col" class="number">
          Taux
        </th>
      </tr>
    </thead>
    <tbody>
      {rows.map(row => (
        <tr key={row.amphitheatre}>
          <th scope="row">
            <b>{row.title}</b>
            <span class="quiet small">{rateWords(row)}</span>
          </th>
          <Numbers {...row} />
        </tr>
      ))}
    </tbody>
    {rows.length < 2 ? null : (
      <tfoot>
        <tr>
          <th scope="row">Ensemble</th>
          <Numbers {...together(rows)} />
        </tr>
      </tfoot>
    )}
  </table>
);

const Numbers = (row: Pick<AdequacyRow, 'posts' | 'people'>): VNode => (
  <>
    <td class="number">
      <span class="cell-word">Postes offerts</span> {number(row.posts)}
    </td>
    <td class="number">
      <span class="cell-word">Internes</span> {number(row.people)}
    </td>
    <td class="number">
      <span class="cell-word">Taux</span> <b>{rateText(rateOf(row))}</b>
    </td>
  </>
);
