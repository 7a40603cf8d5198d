import type { LanguageCode } from '../../core/i18n/language.js';

/** The hospital's clock, whatever the browser's is set to: WIB, UTC+7. */
const TIME_ZONE = 'Asia/Jakarta';
const TIME_ZONE_NAME = 'WIB';

const LOCALES: Readonly<Record<LanguageCode, string>> = { id: 'id-ID', en: 'en-GB' };

/** As file managers and WhatsApp count them. */
const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** Indonesian mobile number: +62 8xx and 6 to 10 more digits. */
const INDONESIAN_MOBILE = /^\+62(8\d\d)(\d{6,10})$/;

/** Writes numbers, moments and phone numbers as one language writes them. */
export class Formatter {
  private readonly numbers: Intl.NumberFormat;
  private readonly sizes: Intl.NumberFormat;
  private readonly parts: Intl.DateTimeFormat;
  private readonly hours: Intl.NumberFormat;
  private readonly minutes: Intl.NumberFormat;
  private readonly seconds: Intl.NumberFormat;
  private readonly timeSeparator: string;

  constructor(language: LanguageCode) {
    const locale = LOCALES[language];
    const unit = (name: string) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
    this.numbers = new Intl.NumberFormat(locale);
    this.sizes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.hours = unit('hour');
    this.minutes = unit('minute');
    this.seconds = unit('second');
    this.timeSeparator = language === 'id' ? '.' : ':';
    this.parts = new Intl.DateTimeFormat(locale, {
      timeZone: TIME_ZONE,
      weekday: 'long',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  }

  /** 1240 → "1.240". */
  number(value: number): string {
    return this.numbers.format(value);
  }

  /** "1,2 MB" of bytes; from 1 MB on with one digit, below in whole KB, of which there is at least one. */
  bytes(bytes: number): string {
    if (bytes < MEGABYTE)
      return `${this.numbers.format(Math.max(1, Math.round(bytes / KILOBYTE)))} KB`;
    return `${this.sizes.format(bytes / MEGABYTE)} MB`;
  }

  /** "22 Nov 2026 14.20 WIB" of an ISO instant. */
  dateTime(instant: string): string {
    return `${this.date(instant)} ${this.time(instant)} ${TIME_ZONE_NAME}`;
  }

  /** "22 Nov 2026" of an ISO instant. */
  date(instant: string): string {
    const { day, month, year } = this.partsOf(instant);
    return `${day} ${month} ${year}`;
  }

  /** "14.20" of an ISO instant. */
  time(instant: string): string {
    const { hour, minute } = this.partsOf(instant);
    return `${hour}${this.timeSeparator}${minute}`;
  }

  /** "07.00" of a time of day such as "07:00". */
  timeOfDay(time: string): string {
    return time.replace(':', this.timeSeparator);
  }

  /** "Jumat 00.50" of an ISO instant: for moments within a week. */
  weekdayTime(instant: string): string {
    return `${this.partsOf(instant).weekday} ${this.time(instant)}`;
  }

  /** "2 jam 10 menit" of milliseconds; below a minute in seconds. Rounded up: nobody waits longer. */
  duration(milliseconds: number): string {
    const seconds = Math.ceil(milliseconds / 1000);
    if (seconds < 60) return this.seconds.format(seconds);
    const minutes = Math.ceil(seconds / 60);
    const hours = Math.floor(minutes / 60);
    const said = [];
    if (hours > 0) said.push(this.hours.format(hours));
    if (minutes % 60 > 0) said.push(this.minutes.format(minutes % 60));
    return said.join(' ');
  }

  /** "+62 812-3456-7890" of an E.164 number; numbers of other kinds stay as they are. */
  phone(e164: string): string {
    const [, operator, rest] = INDONESIAN_MOBILE.exec(e164) ?? [];
    if (!operator || !rest) return e164;
    const middle = rest.length === 6 ? 3 : 4;
    return `+62 ${operator}-${rest.slice(0, middle)}-${rest.slice(middle)}`;
  }

  private partsOf(instant: string): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
    const parts = this.parts.formatToParts(new Date(instant));
    return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  }
}
