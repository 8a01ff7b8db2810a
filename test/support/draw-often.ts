import fc from 'fast-check';
import { drawn } from './how-often.ts';

// A property that does not say how often is drawn a hundred times; in proofs like all others.
fc.configureGlobal(drawn(100));
