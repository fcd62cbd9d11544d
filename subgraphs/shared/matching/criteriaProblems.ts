/** A text for the person who must correct the form. */
export interface Problem {
  sv: string;
  en: string;
}

/** What can be wrong with criteria. Says nothing about any register. */
export const PROBLEMS = {
  tooFew: {
    sv: 'Ange dossiernummer, LMA-nummer eller personnummer, eller minst två av förnamn, efternamn, födelsedatum eller ålder, kön och telefon.',
    en: 'Give a dossier, LMA or personal number, or at least two of given name, family name, birth date or age, sex and phone.',
  },
  number: {
    sv: 'Numret går inte att läsa. Kontrollera siffrorna; personnummer har tio eller tolv.',
    en: 'The number cannot be read. Check the digits; a personal number has ten or twelve.',
  },
  longName: { sv: 'Ett namn får ha högst 200 tecken.', en: 'A name may have at most 200 characters.' },
  noLetters: {
    sv: 'Ett namn består av bokstäver, i valfri skrift.',
    en: 'A name consists of letters, in any script.',
  },
  sex: {
    sv: 'Kön anges som FEMALE, MALE, OTHER eller UNKNOWN.',
    en: 'Sex is one of FEMALE, MALE, OTHER and UNKNOWN.',
  },
  phone: {
    sv: 'Telefonnumret går inte att läsa. Skriv det med riktnummer eller landsnummer.',
    en: 'The phone number cannot be read. Write it with its area or country code.',
  },
  noSuchDay: {
    sv: 'Datumet finns inte. Skriv år-månad-dag, till exempel 2010-09-21.',
    en: 'There is no such day. Write year-month-day, for example 2010-09-21.',
  },
  future: { sv: 'Födelsedatumet ligger i framtiden.', en: 'The birth date lies in the future.' },
  tooOld: { sv: 'Födelsedatumet är mer än 120 år sedan.', en: 'The birth date is more than 120 years ago.' },
  age: { sv: 'Ålder anges i hela år, 0 till 120.', en: 'Age is given in whole years, 0 to 120.' },
  contradiction: {
    sv: 'Åldern och födelsedatumet säger emot varandra. Ange det ena.',
    en: 'The age and the birth date contradict each other. Give one of them.',
  },
} satisfies Record<string, Problem>;
