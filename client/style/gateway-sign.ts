/** Lines of the sign of a gateway, in a square of 12: what comes goes on both ways. */
export const GATEWAY_SIGN = 'M1 4h8.5M7 1.4 9.6 4 7 6.6M11 8.4H2.5M5 5.8 2.4 8.4 5 11';
