import { testMeasures } from './taken.ts';

testMeasures('novice');
