/** After the choice: that it is recorded, the post's sheet, what proves it; the session goes on below for who wants to see. */
import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { clockTime } from '../../machines/french-time.ts';
import { CertificateLink } from '../documents/my-documents.tsx';
import { Address } from '../ui/address.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Facts } from '../ui/facts.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import { Ordinals } from '../ui/ordinals.tsx';
import { CHOICE_COUNTS_NOT } from '../ui/session-name.ts';
import { Loading } from '../ui/loading.tsx';
import { postAndService, specialtyName } from './model.ts';
import { masked, postFacts } from '../offer/post-facts.ts';
import { RehearsalOver } from './rehearsal-note.tsx';
import { useRoom } from './room-context.ts';
import './after-choice.css';

export function AfterChoice({ children }: { readonly children: ComponentChildren }): VNode {
  const { realm, life, standing, rehearsal } = useRoom();
  const title = useRef<HTMLHeadingElement>(null);
  const [following, setFollowing] = useState(false);
  // Not while the summary window is still there: nothing beside it takes the focus.
  const alone = life.choosing.value.kind === 'none';
  // With the frame that takes the button away: the focus is never nowhere.
  useLayoutEffect(() => {
    if (alone) title.current?.focus();
  }, [alone]);
  return (
    <div class="stack">
      <div class="saved">
        <Icon name="circleCheckFilled" size="large" />
        <div>
          <h2 ref={title} tabIndex={-1}>
            {realm === 'intern' ? 'Votre choix est enregistré' : 'Le choix est enregistré'}
          </h2>
          <p>{rehearsal === null ? 'Il est définitif. Vous pouvez fermer cette page.' : CHOICE_COUNTS_NOT}</p>
        </div>
      </div>
      <PostSheet />
      {rehearsal !== null && standing.value?.session?.state === 'closed' ? <RehearsalOver /> : null}
      {following ? (
        children
      ) : (
        <div>
          <Button kind="edge" icon="users" onClick={() => setFollowing(true)}>
            Suivre la suite de l’amphithéâtre
          </Button>
        </div>
      )}
    </div>
  );
}

function PostSheet(): VNode {
  const { standing, live, realm } = useRoom();
  const moment = standing.value?.moment;
  const directory = live.directory.value;
  const choice = moment?.kind === 'chosen' ? moment.choice : null;
  const found = choice && postAndService(directory, choice.post);
  if (choice === null || found === null) return <Loading lines={5} />;
  const { post, service } = found;
  return (
    <Card title={realm === 'intern' ? 'Fiche de votre poste' : 'Fiche du poste'}>
      <Facts
        ruled
        rows={[
          ['Service', service.name],
          ['Établissement', service.establishment],
          ['Ville', <Ordinals key="city" text={`${service.city}\u00a0(${service.department})`} />],
          ...postFacts(post, service, directory, id => specialtyName(directory, id)),
        ]}
      />
    </Card>
  );
}

/** At the right on a desktop, under the sheet on a phone. */
export function Proofs(): VNode | null {
  const { standing, realm, rehearsal, identity, live } = useRoom();
  const directory = live.directory.value;
  const moment = standing.value?.moment;
  if (moment?.kind !== 'chosen' || moment.choice === null) return null;
  const { choice } = moment;
  // In a rehearsal nothing is to be proved, and nothing is sent.
  if (rehearsal !== null) return null;
  return (
    <Card title="Ce qui en fait foi">
      <ul class="proofs">
        <li>
          <Icon name="circleCheck" />
          <span>
            Enregistré à <b class="digits">{clockTime(choice.at)}</b>, ligne {choice.seq} du journal de la
            session
          </span>
        </li>
        <li>
          <Icon name="mail" />
          <span>
            E-mail de confirmation envoyé{' '}
            {realm === 'intern' ? <Address text={`à ${masked(identity.email)}`} /> : 'à l’interne et à vous'}
          </span>
        </li>
        <li>
          <Icon name="list" />
          <span>
            Visible de tous dans la liste des internes et les <a href="/affectations">affectations</a>
          </span>
        </li>
      </ul>
      {realm === 'intern' && directory !== null ? <CertificateLink semester={directory.semester} /> : null}
      {realm === 'intern' ? null : (
        <p class="small">L’attestation est le document de l’interne, qui la télécharge depuis son compte.</p>
      )}
    </Card>
  );
}
