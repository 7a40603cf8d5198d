import type { INestApplicationContext, Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { accessOf } from './route-access.js';

/** Under which Nest keeps the path of a method that is a route. */
const PATH = 'path';

/**
 * Stops the boot when a route says nothing about who may call it, and names every such route: a
 * forgotten declaration is found by whoever wrote the route, not by a stranger.
 */
export function assertEveryRouteDeclaresAccess(app: INestApplicationContext): void {
  const silent = [...controllersOf(app)].flatMap((controller) => silentRoutesOf(app, controller));
  if (silent.length === 0) return;
  throw new Error(
    `Routes without @Public(), @RequireLogin() or @RequirePermission(): ${silent.join(', ')}`,
  );
}

function* controllersOf(app: INestApplicationContext): Generator<Type> {
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype === 'function') yield metatype as Type;
    }
  }
}

function silentRoutesOf(app: INestApplicationContext, controller: Type): string[] {
  const reflector = app.get(Reflector);
  const prototype = controller.prototype as Record<string, () => unknown>;
  return new MetadataScanner()
    .getAllMethodNames(prototype)
    .flatMap((name) => {
      const handler = prototype[name];
      return handler === undefined ? [] : [{ name, handler }];
    })
    .filter(({ handler }) => Reflect.hasMetadata(PATH, handler))
    .filter(({ handler }) => accessOf(reflector, [handler, controller]) === undefined)
    .map(({ name }) => `${controller.name}.${name}`);
}
