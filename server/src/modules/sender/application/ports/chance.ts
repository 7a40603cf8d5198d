/** Source of chance, so that a run can be repeated in a test. */
export abstract class Chance {
  /** A number of 0 (included) to 1 (excluded), each as likely as the other. */
  abstract draw(): number;
}
