import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import { fieldFaults } from './field-faults.js';
import type { SchemaIssue } from './field-faults.js';

/** A value does not fit its schema, on the way from Nest's pipe to ours. */
class Misfit extends Error {
  constructor(readonly issues: readonly SchemaIssue[]) {
    super('A value does not fit its schema');
  }
}

/**
 * Checks body, query and path against the contract that the route names (`@Body({ schema })`), and
 * hands on the parsed value: unknown keys are gone. Throws REQUEST.INVALID that names every faulty
 * field; a path that cannot name anything is REQUEST.NOT_FOUND, like one that names nothing.
 */
@Injectable()
export class ContractValidationPipe implements PipeTransform {
  private readonly validation = new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => new Misfit(issues),
  });

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return await this.validation.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      if (metadata.type === 'param') throw new DomainError('REQUEST.NOT_FOUND');
      throw new DomainError('REQUEST.INVALID', {}, fieldFaults(error.issues, value));
    }
  }
}
