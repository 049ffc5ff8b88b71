/** What the screens' words mean: phases, kinds of choice, states of a session, of a person and of a post (domain §2–4). */
import type { ComponentChildren, VNode } from 'preact';

export const GuideWords = (): VNode => (
  <>
    <section id="phases">
      <h2>Les phases</h2>
      <p>Un amphithéâtre réunit les internes d’un même groupe de spécialités, dans une même phase.</p>
      <dl>
        <Meaning word="Socle">Première phase de l’internat.</Meaning>
        <Meaning word="Approfondissement">Phase qui suit le socle.</Meaning>
        <Meaning word="Consolidation">Dernière phase, en autonomie supervisée.</Meaning>
        <Meaning word="Ancien régime">
          Internes dont la formation a commencé avant l’organisation en trois phases.
        </Meaning>
        <Meaning word="FST">Formations spécialisées transversales, avec leurs propres postes.</Meaning>
      </dl>
    </section>
    <section id="statuts">
      <h2>Les types de choix</h2>
      <dl>
        <Meaning word="Classique">Choix d’un poste libre, qui est alors pourvu.</Meaning>
        <Meaning word="Surnombre validant">
          Choix d’un poste que l’ordre d’appel permettait encore de prendre. Le semestre compte ; le poste ne
          devient pas pourvu.
        </Meaning>
        <Meaning word="Surnombre non validant">
          Choix de tout poste de l’offre, pourvu ou non. Le semestre ne compte pas pour la validation ; le
          poste ne devient pas pourvu.
        </Meaning>
      </dl>
      <p>
        Le type de choix est demandé à l’ARS, avec des justificatifs, et se lit dans{' '}
        <a href="/mon-amphitheatre">Mon amphithéâtre</a> ; il redevient classique au semestre suivant. Il
        n’est lu que par l’intéressé ou l’intéressée, son mandataire et l’ARS.
      </p>
    </section>
    <section id="mots">
      <h2>Les mots des écrans</h2>
      <h3>D’une session</h3>
      <dl>
        <Meaning word="Non validée">L’heure est provisoire.</Meaning>
        <Meaning word="Validée">L’heure est fixée ; l’amphithéâtre n’est pas encore ouvert.</Meaning>
        <Meaning word="Ouverte">
          On peut y entrer et ranger ses favoris ; les choix n’ont pas commencé.
        </Meaning>
        <Meaning word="En cours">Les internes choisissent, l’un après l’autre.</Meaning>
        <Meaning word="En pause">Le temps est arrêté pour tout le monde.</Meaning>
        <Meaning word="Close">Plus personne n’y choisit.</Meaning>
      </dl>
      <h3>D’un ou une interne</h3>
      <dl>
        <Meaning word="Appel">La personne est appelée et pas encore en ligne.</Meaning>
        <Meaning word="Choisit">C’est son tour.</Meaning>
        <Meaning word="De retour">
          Son tour était passé ; elle passe juste après la personne qui choisit.
        </Meaning>
        <Meaning word="Absence">Son tour est passé sans choix ; elle peut revenir.</Meaning>
        <Meaning word="Ne choisit pas">
          Elle n’est pas appelée dans cette session. Le motif n’est jamais montré.
        </Meaning>
      </dl>
      <h3>D’un poste</h3>
      <dl>
        <Meaning word="Libre">Il peut être choisi.</Meaning>
        <Meaning word="Pourvu">Il a été choisi.</Meaning>
        <Meaning word="Réservé">Seuls les internes d’un DES peuvent le choisir.</Meaning>
        <Meaning word="Fléché">Une précision sur le poste, qui ne l’interdit à personne.</Meaning>
      </dl>
    </section>
  </>
);

const Meaning = ({
  word,
  children,
}: {
  readonly word: string;
  readonly children: ComponentChildren;
}): VNode => (
  <div>
    <dt>{word}</dt>
    <dd>{children}</dd>
  </div>
);
