/** «Reprendre les favoris du semestre dernier»: where there is such a list; into a list that holds any, after a confirmation. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FavouritesBefore, FavouritesImported } from '../http/answers.ts';
import { call, textOf } from '../http/call.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog, DialogActs } from '../ui/dialog.tsx';
import { announce } from '../ui/live-regions.tsx';
import type { FavouritesLife } from './favourites-life.ts';
import { broughtWords, bringsWords, leftOutWords } from './import-words.ts';

type Last = NonNullable<FavouritesBefore['last']>;
const PATH = '/me/favourites/import';

interface ImportCardProps {
  readonly favourites: FavouritesLife;
  /** Whether the present list is. */
  readonly empty: boolean;
}

export function ImportCard({ favourites, empty }: ImportCardProps): VNode | null {
  const [last, setLast] = useState<Last | null>(null);
  const [brought, setBrought] = useState<Last | null>(null);
  const [step, setStep] = useState<'none' | 'asking' | 'busy'>('none');
  const [trouble, setTrouble] = useState<string | null>(null);
  const away = favourites.keeping.value === 'offline';
  useEffect(() => {
    if (away) return undefined;
    const leaving = new AbortController();
    // An offer of help: where it cannot be asked for, nothing is said.
    const look = async (): Promise<void> => {
      const answer = await call<FavouritesBefore>(PATH, { signal: leaving.signal });
      if (!leaving.signal.aborted && answer.kind === 'ok') setLast(answer.value.last);
    };
    void look();
    return () => leaving.abort();
  }, [away, empty]);
  const take = async (): Promise<void> => {
    setStep('busy');
    const answer = await call<FavouritesImported>(PATH, { method: 'POST' });
    setStep('none');
    if (answer.kind !== 'ok') return setTrouble(textOf(answer));
    setTrouble(null);
    favourites.heard(answer.value);
    if (answer.value.last === null) return;
    setBrought(answer.value.last);
    setLast({ ...answer.value.last, added: 0 });
    announce('status', broughtWords(answer.value.last));
  };
  if (brought !== null)
    return (
      <Alert
        kind="done"
        title={broughtWords(brought)}
        acts={
          <Button kind="edge" onClick={() => setBrought(null)}>
            J’ai compris
          </Button>
        }
      >
        <LeftOut last={brought} />
      </Alert>
    );
  if (last === null || away || (last.added === 0 && !empty)) return null;
  const button = (
    <Button
      icon="history"
      kind={empty ? 'plain' : 'edge'}
      busy={step === 'busy'}
      onClick={() => (empty ? void take() : setStep('asking'))}
    >
      {step === 'busy' ? 'Reprise…' : 'Reprendre ces favoris'}
    </Button>
  );
  return (
    <Card title="Favoris du semestre dernier">
      <p>{bringsWords(last, empty)}</p>
      {last.added === 0 ? <LeftOut last={last} /> : <p>{button}</p>}
      {trouble === null ? null : (
        <Alert kind="attention" title="Favoris non repris">
          <p>{trouble}</p>
        </Alert>
      )}
      {step === 'asking' ? (
        <Dialog title={'Ajouter à la suite de votre liste\u202f?'} onClose={() => setStep('none')}>
          <p>{bringsWords(last, false)} Vos favoris actuels gardent leur place et leur numéro.</p>
          <DialogActs>
            <Button onClick={() => void take()}>Ajouter à la suite</Button>
            <Button kind="edge" onClick={() => setStep('none')}>
              Non, revenir à ma liste
            </Button>
          </DialogActs>
        </Dialog>
      ) : null}
    </Card>
  );
}

/** What stands for something else now, and what was left out. */
function LeftOut({ last }: { readonly last: Last }): VNode | null {
  const words = leftOutWords(last);
  if (words.length === 0) return null;
  return (
    <ul>
      {words.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
