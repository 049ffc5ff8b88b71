/** The word on what became of changes: those that waited for the network, those that could not be done, and why. */
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { OfferService } from '../offer/offer.ts';
import { Alert } from '../ui/alert.tsx';
import { Unbroken } from '../ui/unbroken.tsx';
import { Button } from '../ui/button.tsx';
import { announce } from '../ui/live-regions.tsx';
import { notDoneWords, sentWords, titleOf } from './favourite-words.ts';
import { useFavourites } from './use-favourites.ts';

export function ReturnedNote({ services }: { readonly services: readonly OfferService[] }): VNode | null {
  const favourites = useFavourites();
  const returned = favourites.returned.value;
  const trouble = favourites.list.value === null ? null : favourites.trouble.value;
  const { sent = 0, notDone = [] } = returned ?? {};
  const why = notDone.map(({ of, outcome }) => notDoneWords(titleOf(of, services), outcome));
  const spoken = [...(sent > 0 ? [sentWords(sent)] : []), ...why].join(' ');
  useEffect(() => {
    if (spoken !== '') announce('status', spoken);
  }, [spoken]);
  return (
    <>
      {trouble === null ? null : (
        <Alert kind="attention" title="Changements non enregistrés">
          <p>{trouble}</p>
        </Alert>
      )}
      {returned === null ? null : (
        <Alert
          kind={why.length === 0 ? 'done' : 'attention'}
          title={
            sent > 0
              ? sentWords(sent)
              : why.length < 2
                ? 'Une modification n’a pas été faite.'
                : 'Des modifications n’ont pas été faites.'
          }
          acts={
            <Button kind="edge" onClick={() => favourites.putReturnedAway()}>
              J’ai compris
            </Button>
          }
        >
          {why.length === 0 ? (
            <p>Votre liste est la même sur tous vos appareils.</p>
          ) : (
            <ul>
              {why.map(words => (
                <li key={words}>
                  <Unbroken text={words} />
                </li>
              ))}
            </ul>
          )}
        </Alert>
      )}
    </>
  );
}
