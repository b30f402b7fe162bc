// A projection that is words says which sentence of the catalogue, and leaves it to the view to say it in the page's language.

import type { MessageKey, Values } from '../../messages/t';

export interface Phrase {
  key: MessageKey;
  values?: Values;
}
