import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiDescription } from './api-description.js';
import { RequireLogin } from './route-access.js';

/** The OpenAPI document. It is about the others, so it leaves itself out. */
@Controller('openapi.json')
@ApiExcludeController()
export class ApiDescriptionController {
  constructor(private readonly description: ApiDescription) {}

  @Get()
  @RequireLogin()
  read(): OpenAPIObject {
    return this.description.document;
  }
}
