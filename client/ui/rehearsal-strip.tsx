/** The third strip, wherever a rehearsal is shown, to interns and moderators alike: nothing counts (screens §3). */
import type { VNode } from 'preact';
import { Icon } from './icon/icon.tsx';
import './rehearsal-strip.css';

export const RehearsalStrip = (): VNode => (
  <section class="rehearsal-strip on-dark" aria-label="Amphi blanc">
    <p class="rehearsal-strip-inner">
      <Icon name="flask" />
      <span>
        <b>Amphi blanc :</b> rien de ce que vous choisissez ne compte
      </span>
    </p>
  </section>
);
