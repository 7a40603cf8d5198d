import type { NumberFormat } from './number-format.js';

type MomentFormat = Extract<NumberFormat, { shows: 'moment' }>;

const DAY_SECONDS = 86_400;
/** 31 December 9999, the last day that a spreadsheet knows. */
const LAST_DAY = 2_958_465;
/** Days between the two ways of counting. */
const DAYS_1904 = 1_462;
/** Day 25569 of the 1900 count is 1 January 1970. */
const UNIX_EPOCH_DAY = 25_569;

/**
 * A spreadsheet's day number as a person reads it: `22/06/2025`, `22/06/2025 10:30` or `10:30`.
 * Spreadsheets know no time zone, so none is applied. Null for numbers that are no moment.
 */
export function momentText(serial: number, format: MomentFormat, date1904: boolean): string | null {
  if (!(serial >= 0 && serial <= LAST_DAY + 1)) return null;
  // Rounded to the second: 10:30 is stored as 0.4375 or 0.43749999999999994.
  const seconds = Math.round(serial * DAY_SECONDS);
  const parts: string[] = [];
  if (format.date) {
    const days = Math.floor(seconds / DAY_SECONDS) + (date1904 ? DAYS_1904 : 0);
    parts.push(dateText(days));
  }
  if (format.time) parts.push(timeText(seconds % DAY_SECONDS, format.seconds));
  return parts.join(' ');
}

/** A duration of days as hours and minutes: 1.5 is `36:00`. */
export function durationText(days: number): string {
  const minutes = Math.round(Math.abs(days) * 24 * 60);
  return `${days < 0 ? '-' : ''}${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

/**
 * An ISO 8601 moment (cells of type `d`) in the same form; text that is none stays as it is. A time
 * of midnight is left out, as writers of this type put it behind plain dates.
 */
export function isoMomentText(iso: string): string {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?Z?$/.exec(
    iso.trim(),
  );
  if (!match) return iso;
  const [, year, month, day, hour, minute] = match;
  const date = year === undefined ? '' : `${day}/${month}/${year}`;
  const time = hour === undefined ? '' : `${hour}:${minute}`;
  if (date === '' || time === '') return date + time || iso;
  return time === '00:00' ? date : `${date} ${time}`;
}

/** @param days of the 1900 count, which holds a 29 February 1900 that never was (day 60) */
function dateText(days: number): string {
  if (days === 60) return '29/02/1900';
  const real = days < 60 ? days + 1 : days;
  const date = new Date((real - UNIX_EPOCH_DAY) * DAY_SECONDS * 1_000);
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

function timeText(seconds: number, withSeconds: boolean): string {
  const shown = `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return withSeconds ? `${shown}:${two(seconds % 60)}` : shown;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
