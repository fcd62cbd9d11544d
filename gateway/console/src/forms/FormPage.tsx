import { Link, useParams } from 'react-router';
import { useChildInCase } from '../cases/ChildFrame';
import { useMay } from '../cases/useMay';
import { SearchProblem } from '../found/SearchProblem';
import { NotThere } from '../shell/NotThere';
import { useLanguage } from '../text/LanguageProvider';
import { caseForms } from './definitions/forms';
import { GuidedForm } from './GuidedForm';

/** A form about the child whose case is open. */
export function FormPage() {
  const { t } = useLanguage();
  const inCase = useChildInCase();
  const may = useMay(inCase.errand);
  const { form: path } = useParams();
  const form = caseForms.find((each) => each.path === path);
  if (!form || !may(form.needs)) return <NotThere />;
  const { answer, reload } = inCase.open;
  const child = answer?.data?.child;
  return (
    <>
      <p>
        <Link className="back" to="/cases/child">
          {t({ sv: '‹ Barnets ärende', en: '‹ The child’s case' })}
        </Link>
      </p>
      {!answer && <p role="status">…</p>}
      {answer && !answer.data && <SearchProblem errors={answer.errors} onAgain={() => void reload()} />}
      {answer?.data && !child && <NotThere />}
      {child && <GuidedForm key={form.path} form={form} child={child} inCase={inCase} />}
    </>
  );
}
