/**
 * What a container was given of its host beside its namespaces: everything (`privileged`), the socket
 * by which the runtime takes orders, or the right to administer the host's kernel (CAP_SYS_ADMIN), by which
 * a cgroup v1 hierarchy runs a program of its choice on the host. Source: FACTS B15.
 */
export const GRANTS = ['privileged', 'host-socket', 'sys-admin'] as const;
export type Grant = (typeof GRANTS)[number];
