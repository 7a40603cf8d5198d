import { randomInt } from 'node:crypto';
import { Chance } from '../application/ports/chance.js';

/** Largest number of equally likely draws that `randomInt` offers. */
const STEPS = 2 ** 48 - 1;

/** Chance from the operating system. */
export class CryptoChance extends Chance {
  draw(): number {
    return randomInt(STEPS) / STEPS;
  }
}
