/** Events, models and collections as the page's modules have them. */
const HANDLERS = Symbol('handlers');
const MODELS = Symbol('models');

/** Hides a field from the copies that leave the page. */
export const hide = (object, name, value) =>
  Object.defineProperty(object, name, { value, writable: true, enumerable: false });

/** The text of a number's, chat's or message's id, whatever property carries it today. */
export const textOf = (id) => (typeof id === 'string' ? id : (id?._serialized ?? id?.$1));

export class Emitter {
  constructor() {
    hide(this, HANDLERS, []);
  }

  on(names, run) {
    for (const name of names.split(' ')) this[HANDLERS].push({ name, run });
    this.onListener?.(names);
    return this;
  }

  once(name, run) {
    const once = (...args) => {
      this.off(name, once);
      run(...args);
    };
    return this.on(name, once);
  }

  off(name, run) {
    this[HANDLERS] = this[HANDLERS].filter((one) => one.name !== name || one.run !== run);
    return this;
  }

  emit(name, ...args) {
    for (const one of this[HANDLERS].filter((handler) => handler.name === name)) {
      try {
        one.run(...args);
      } catch (error) {
        console.error(name, error);
      }
    }
  }

  hears(name) {
    return this[HANDLERS].some((one) => one.name === name);
  }
}

export class Model extends Emitter {
  constructor(fields) {
    super();
    Object.assign(this, fields);
  }

  /** Sets and tells who listens; the collection of the model hears it as well. */
  change(name, value) {
    const before = this[name];
    if (before === value) return;
    this[name] = value;
    for (const heard of [this, this.collection]) {
      heard?.emit(`change:${name}`, this, value, before);
      heard?.emit('change', this);
    }
  }

  set(fields) {
    for (const [name, value] of Object.entries(fields)) this.change(name, value);
  }

  serialize() {
    return { ...this };
  }

  toJSON() {
    return this.serialize();
  }
}

export class Collection extends Emitter {
  constructor() {
    super();
    hide(this, MODELS, new Map());
  }

  get(id) {
    return this[MODELS].get(textOf(id));
  }

  add(model) {
    hide(model, 'collection', this);
    this[MODELS].set(textOf(model.id), model);
    this.emit('add', model);
    return model;
  }

  getModelsArray() {
    return [...this[MODELS].values()];
  }
}
