/** Languages in which a moment is written. */
type Language = 'id' | 'en';

/** The hospital's clock, wherever the server stands: WIB, UTC+7. */
const TIME_ZONE = 'Asia/Jakarta';

const FORMATS = { id: formatOf('id-ID'), en: formatOf('en-GB') } as const;

/** An ISO instant as people read it: `22 Nov 2026 14.20 WIB`. */
export function writtenMoment(instant: string, language: Language): string {
  return `${FORMATS[language].format(new Date(instant)).replace(',', '')} WIB`;
}

function formatOf(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: TIME_ZONE,
  });
}
