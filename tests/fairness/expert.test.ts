import { testMeasures } from './taken.ts';

testMeasures('expert');
