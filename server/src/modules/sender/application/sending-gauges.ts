import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Metrics } from '../../../platform/metrics/metrics.js';
import { RunRepository } from './ports/run-repository.js';

const BY_STATE = { state: ['sending', 'paused'] };

/** Tells those who watch what there is to send. It is read from the database: every process says the same. */
@Injectable()
export class SendingGauges {
  constructor(
    metrics: Metrics,
    private readonly unit: UnitOfWork,
    private readonly runs: RunRepository,
    private readonly clock: Clock,
  ) {
    metrics.gauges(
      {
        runs: {
          name: 'prima_runs',
          help: 'Broadcasts that are being sent or are paused',
          labels: BY_STATE,
        },
        waiting: {
          name: 'prima_recipients_waiting',
          help: 'Recipients whose turn will come, by the state of their broadcast',
          labels: BY_STATE,
        },
        inFlight: {
          name: 'prima_recipients_in_flight',
          help: 'Recipients of whose message nobody knows yet what becomes of it',
          labels: {},
        },
        due: {
          name: 'prima_devices_due',
          help: 'Devices with somebody who waits, and whose next moment has come',
          labels: {},
        },
      },
      () => this.read(),
    );
  }

  private async read() {
    const { runs, waiting, inFlight, due } = await this.unit.run(() =>
      this.runs.workload(this.clock.now()),
    );
    return {
      runs: byState(runs),
      waiting: byState(waiting),
      inFlight: [{ labels: {}, value: inFlight }],
      due: [{ labels: {}, value: due }],
    };
  }
}

const byState = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([state, value]) => ({ labels: { state }, value }));
