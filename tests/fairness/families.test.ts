import { testMeasures } from './taken.ts';

testMeasures('families');
