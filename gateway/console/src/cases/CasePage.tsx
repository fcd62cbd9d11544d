import { Link } from 'react-router';
import { AbscondingLine } from '../found/AbscondingLine';
import { HeldBack } from '../found/HeldBack';
import { MoreFacts } from '../found/MoreFacts';
import { ResponsibleLine } from '../found/ResponsibleLine';
import { SearchProblem } from '../found/SearchProblem';
import { ToLog } from '../log/ToLog';
import { formatDate } from '../text/dates';
import { useLanguage } from '../text/LanguageProvider';
import { readableNames } from '../text/names';
import { fill } from '../text/text';
import { Contacts } from '../ui/Contacts';
import { Notice } from '../ui/Notice';
import { News } from '../updates/News';
import { CaseActions } from './CaseActions';
import { Duties } from './Duties';
import { useChildInCase } from './ChildFrame';
import { Nearest } from './Nearest';
import { Timeline } from './Timeline';

/** A child's case on one page: what is due, who can be reached, what has happened. */
export function CasePage() {
  const { t, language } = useLanguage();
  const { errand, child: id, open } = useChildInCase();
  const { answer, at, reload } = open;
  const child = answer?.data?.child;
  const names = readableNames(child?.names);
  return (
    <>
      <p>
        <Link className="back" to="/cases">
          {t(texts.back)}
        </Link>
      </p>
      <article className="card">
        <h1>{names.length > 0 ? names.map((name) => <bdi key={name}>{name} </bdi>) : t(texts.title)}</h1>
        {!answer && <p role="status">…</p>}
        {answer && !answer.data && <SearchProblem errors={answer.errors} onAgain={() => void reload()} />}
        {answer?.data && !child && (
          <Notice title={t(texts.noneTitle)}>
            <p>{t(texts.none)}</p>
            <Link className="button" to="/">
              {t(texts.search)}
            </Link>
          </Notice>
        )}
        {child && (
          <>
            {child.birthDate && <p>{t(fill(texts.born, { date: formatDate(child.birthDate, language) }))}</p>}
            <AbscondingLine absconding={child.absconding} />
            <News child={id} onShow={() => void reload()} />
            <Duties deadlines={child.deadlines ?? []} />
            <ResponsibleLine responsibility={child.responsibility} />
            {child.responsibility && (
              <>
                <h2>{t(texts.contacts)}</h2>
                <Contacts contacts={child.responsibility.contacts} at={at} first={2} />
              </>
            )}
            <Nearest child={child} />
            <CaseActions errand={errand} />
            <Timeline child={child} />
            <HeldBack errors={answer.errors} child={id} errand={errand} onOpened={() => void reload()} />
            <MoreFacts child={id} errand={errand} />
            <ToLog child={id} errand={errand} />
          </>
        )}
      </article>
    </>
  );
}

const texts = {
  title: { sv: 'Barnets ärende', en: 'The child’s case' },
  back: { sv: '‹ Mina ärenden', en: '‹ My cases' },
  born: { sv: 'Född {date}', en: 'Born {date}' },
  contacts: { sv: 'Ring', en: 'Call' },
  noneTitle: { sv: 'Sök barnet först', en: 'Search for the child first' },
  none: {
    sv: 'Din roll ser ett barn först när du har sökt det på det som du vet. Sök med samma ärendenummer, så öppnas ärendet härifrån.',
    en: 'Your role sees a child once you have searched for it by what you know. Search under the same case number, and the case opens from there.',
  },
  search: { sv: 'Till sökningen', en: 'To the search' },
};
