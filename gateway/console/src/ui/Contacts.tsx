import { useLanguage } from '../text/LanguageProvider';
import { formatTime } from '../text/dates';
import { fill } from '../text/text';
import { CallButton } from './CallButton';
import { contactTexts as texts } from './contactTexts';
import type { ShownContact } from './shownContact';

interface ContactsProps {
  readonly contacts: readonly ShownContact[];
  /** The moment asked about. */
  readonly at: Date;
  /** How many are shown before the rest is asked for. @default all */
  readonly first?: number;
}

/** Who answers, best first: one press to call. */
export function Contacts({ contacts, at, first = contacts.length }: ContactsProps) {
  const { t } = useLanguage();
  const rest = contacts.slice(first);
  return (
    <>
      <ul className="contacts">
        {contacts.slice(0, first).map((contact) => (
          <ContactRow key={contact.id} contact={contact} at={at} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{t(fill(texts.more, { count: rest.length }))}</summary>
          <ul className="contacts">
            {rest.map((contact) => (
              <ContactRow key={contact.id} contact={contact} at={at} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ContactRow({ contact, at }: { contact: ShownContact; at: Date }) {
  const { t, language } = useLanguage();
  const { name, district, phones, openNow, opensAt, closesAt, verifiedOn, address } = contact;
  const time = (instant: string) => formatTime(instant, at, language);
  const hours = openNow
    ? closesAt
      ? fill(texts.openUntil, { time: time(closesAt) })
      : texts.alwaysOpen
    : opensAt
      ? fill(texts.opens, { time: time(opensAt) })
      : texts.hoursUnknown;
  return (
    <li className={openNow ? 'open' : 'closed'}>
      <p className="name">
        {name}
        {district && `, ${district}`}
      </p>
      <p className="hours">
        <span aria-hidden="true">{openNow ? '●' : '○'}</span> {t(hours)}
      </p>
      {phones.map((phone) => (
        <CallButton key={phone.display} phone={phone} name={name} strong={openNow} />
      ))}
      {address && <p className="hint">{address}</p>}
      {verifiedOn && <p className="hint">{t(fill(texts.verified, { date: verifiedOn }))}</p>}
    </li>
  );
}
