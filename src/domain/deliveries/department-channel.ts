/** The channel that staff chose with `/here`: result cards go there. */
export interface DepartmentChannel {
  readonly tenantId: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly name: string;
  readonly serviceUrl: string;
  readonly chosenAt: Date;
}

export interface ChannelStore {
  current(): Promise<DepartmentChannel | undefined>;
  choose(channel: DepartmentChannel): Promise<void>;
}
