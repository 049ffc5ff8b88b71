/** `/mon-amphitheatre`: what one can do now, then one's order, situation and hours; `?compte=mandatary` for the holder of a mandate. */
import type { VNode } from 'preact';
import { useRoute } from 'preact-iso';
import { useEffect, useRef } from 'preact/hooks';
import { HeldCard } from '../mandate/held-card.tsx';
import { MandateCard } from '../mandate/mandate-card.tsx';
import { FacultyGate } from '../account/faculty-gate.tsx';
import { MyDocuments } from '../documents/my-documents.tsx';
import { me } from '../http/account.ts';
import type { Identity, MyAmphitheatre } from '../http/answers.ts';
import { textOf } from '../http/call.ts';
import { Contact } from '../pages/contact.tsx';
import { MyRehearsal } from '../pages/my-rehearsal.tsx';
import { NoAmphitheatre } from '../pages/no-amphitheatre.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { semesterName } from '../ui/format.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { fullName } from '../ui/navigation.ts';
import { StatusCard } from '../status/status-card.tsx';
import { Page } from '../ui/page.tsx';
import { SignInFirst } from '../ui/sign-in-first.tsx';
import { HourMoved } from './hour-moved.tsx';
import { MyPlace } from './my-place.tsx';
import { OrderNote } from './order-note.tsx';
import { OwnNotes } from './own-notes.tsx';
import { RankLedger } from './rank-ledger.tsx';
import { orderToCheck, situationOf } from './situation.ts';
import { SituationCard } from './situation-card.tsx';
import { Timetable } from './timetable.tsx';
import { ToBeConfirmed } from './to-be-confirmed.tsx';
import { useMyAmphitheatre, useSlowNow } from './use-my-amphitheatre.ts';
import type { OwnRealm } from './use-my-amphitheatre.ts';
import { Ways } from './ways.tsx';
import './before.css';

const TITLES: Readonly<Record<OwnRealm, string>> = {
  intern: 'Mon amphithéâtre',
  mandatary: 'Procuration, avant la session',
};

export function MyAmphitheatrePage(): VNode {
  const { query } = useRoute();
  const known = me.value;
  const realm: OwnRealm =
    query['compte'] === 'mandatary' || (known?.intern === null && known.mandatary !== null)
      ? 'mandatary'
      : 'intern';
  const identity = known?.[realm] ?? null;
  return (
    <Page title={TITLES[realm]}>
      {identity === null ? (
        <>
          <h1>{TITLES[realm]}</h1>
          {known === null ? (
            <Loading lines={4} />
          ) : (
            <SignInFirst realm={realm} back={`/mon-amphitheatre?compte=${realm}`} />
          )}
        </>
      ) : (
        <>
          <Own realm={realm} identity={identity} />
          {realm === 'intern' ? <FacultyGate /> : null}
        </>
      )}
    </Page>
  );
}

interface OwnProps {
  readonly realm: OwnRealm;
  readonly identity: Identity;
}

function Own({ realm, identity }: OwnProps): VNode {
  const { value, trouble, again } = useMyAmphitheatre(realm);
  const mine = value?.mine ?? null;
  return (
    <>
      <div>
        <h1>{TITLES[realm]}</h1>
        <p class="quiet">{mine === null ? fullName(identity) : subtitle(mine)}</p>
      </div>
      {identity.forPerson === null ? null : (
        <p>
          Vous choisissez pour <b>{fullName(identity.forPerson)}</b>.
        </p>
      )}
      {identity.toBeConfirmed ? <ToBeConfirmed /> : null}
      {trouble === null ? null : (
        <Alert
          kind={mine === null ? 'refused' : 'attention'}
          title={mine === null ? 'Amphithéâtre indisponible' : 'Cette page n’est peut-être plus à jour'}
          acts={<Button onClick={again}>Réessayer</Button>}
        >
          <p>{textOf(trouble)}</p>
        </Alert>
      )}
      {value === null && trouble === null ? <Loading lines={6} /> : null}
      {value !== null && mine === null ? (
        <>
          <NoAmphitheatre realm={realm} why="Votre nom n’est pas dans l’effectif de ce semestre." />
          {realm === 'intern' ? <MyDocuments /> : null}
        </>
      ) : null}
      {mine === null ? null : <Content mine={mine} realm={realm} identity={identity} again={again} />}
    </>
  );
}

const subtitle = ({ amphitheatre, semester, group }: MyAmphitheatre): string =>
  `${amphitheatre?.title ?? group} · ${semesterName(semester)}`;

interface ContentProps extends OwnProps {
  readonly mine: MyAmphitheatre;
  readonly again: () => void;
}

function Content({ mine, realm, identity, again }: ContentProps): VNode {
  const now = useSlowNow(realm);
  const situation = situationOf(mine, now);
  const check = orderToCheck(mine, situation);
  const given = mine.mandate !== null && mine.choice === null; // of the first importance then
  const startsAt = 'session' in situation && situation.kind !== 'live' ? situation.session.startsAt : null;
  return (
    <div class="page-columns">
      <div class="stack">
        <SituationCard mine={mine} situation={situation} realm={realm} now={now} />
        {startsAt === null || identity.person === null ? null : (
          <HourMoved key={identity.person} person={identity.person} startsAt={startsAt} />
        )}
        {check === null ? null : <OrderNote mine={mine} check={check} onChecked={again} how={null} />}
        {check === null ? null : <HowItIsMade mine={mine} />}
        <OwnNotes mine={mine} situation={situation} />
        {given ? <MandateCard onChanged={again} /> : null}
        <MyRehearsal realm={realm} />
        <Timetable mine={mine} realm={realm} person={identity.person} now={now} />
        {check === null ? <HowItIsMade mine={mine} /> : null}
      </div>
      <div class="stack">
        <Ways mine={mine} situation={situation} realm={realm} />
        <MyPlace mine={mine} realm={realm} />
        {realm === 'intern' && !given ? <MandateCard onChanged={again} /> : null}
        {realm === 'mandatary' ? <HeldCard chosen={mine.choice !== null} /> : null}
        {realm === 'intern' ? <StatusCard /> : null}
        {realm === 'intern' ? <MyDocuments /> : null}
      </div>
    </div>
  );
}

/** Opened by itself for whoever comes from the room to read it. */
function HowItIsMade({ mine: { rank, place, semester } }: Pick<ContentProps, 'mine'>): VNode | null {
  const box = useRef<HTMLDetailsElement>(null);
  const asked = window.location.hash === '#rang';
  useEffect(() => {
    if (asked) box.current?.scrollIntoView();
  }, [asked]);
  if (rank === null || place === null) return null;
  return (
    <details class="before-how" ref={box} open={asked}>
      <summary>
        <Icon name="chevronDown" /> Comment votre ordre est fait
      </summary>
      <RankLedger rank={rank} semester={semester} callOrder={place.callOrder} />
      <p class="small">
        À égalité de rang&nbsp;: ancienneté, promotion d’origine, rang national, puis INE. Une donnée est
        fausse&#8239;? Contactez l’ARS.
      </p>
      <Contact />
    </details>
  );
}
