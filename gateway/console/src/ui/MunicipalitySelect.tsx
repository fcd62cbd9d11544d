import { useMemo } from 'react';
import reference from '../../../../subgraphs/shared/reference/municipalities.json';
import { useLanguage } from '../text/LanguageProvider';

const names: Readonly<Record<string, string>> = reference.municipalities;
const counties: Readonly<Record<string, string>> = reference.counties;

export function municipalityName(code: string): string {
  return names[code] ?? code;
}

interface MunicipalitySelectProps {
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/** All 290, by county: the phone's own list, where the first letters find the place. */
export function MunicipalitySelect({ value, onChange, ...ids }: MunicipalitySelectProps) {
  const { t } = useLanguage();
  const groups = useMemo(() => groupByCounty(), []);
  return (
    <select {...ids} required value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t({ sv: 'Välj kommun', en: 'Choose municipality' })}</option>
      {groups.map(({ county, codes }) => (
        <optgroup key={county} label={counties[county]}>
          {codes.map((code) => (
            <option key={code} value={code}>
              {names[code]}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function groupByCounty(): { county: string; codes: string[] }[] {
  const byName = (a: string, b: string): number => names[a]!.localeCompare(names[b]!, 'sv');
  return Object.keys(counties).map((county) => ({
    county,
    codes: Object.keys(names)
      .filter((code) => code.startsWith(county))
      .sort(byName),
  }));
}
