import { Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata } from '@nestjs/common';
import { DomainError } from '../kernel/domain-error.js';
import { fieldFaults } from './field-faults.js';
import type { SchemaIssue } from './field-faults.js';

type Schema = NonNullable<ArgumentMetadata['schema']>;

/**
 * Checks body, query and path against the contract that the route names (`@Body({ schema })`), and
 * hands on the parsed value: unknown keys are gone. Throws REQUEST.INVALID that names every faulty
 * field; a path that cannot name anything is REQUEST.NOT_FOUND, like one that names nothing.
 */
@Injectable()
export class ContractValidationPipe extends StandardSchemaValidationPipe {
  override async transform<T = unknown>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (metadata.type === 'param' && error instanceof DomainError) {
        throw new DomainError('REQUEST.NOT_FOUND');
      }
      throw error;
    }
  }

  protected override async validate<T = unknown>(
    value: unknown,
    schema: Schema,
    options?: Record<string, unknown>,
  ): Promise<{ value: T }> {
    const result = await super.validate<T>(value, schema, options);
    if (result.issues === undefined) return result;
    throw new DomainError(
      'REQUEST.INVALID',
      {},
      fieldFaults(result.issues as readonly SchemaIssue[], value),
    );
  }
}
