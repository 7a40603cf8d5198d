import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { IdParam } from '#contracts/common.contract.js';
import {
  DeviceCreate,
  DeviceList,
  DeviceRemoval,
  DeviceView,
  EngineList,
  PhoneReading,
  PhoneReadingQuery,
} from '#contracts/device.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  RequireFreshProof,
  RequirePermission,
} from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { AddDevice } from '../application/add-device.js';
import { GatewayRegistry } from '../application/gateway-registry.js';
import { ListDevices } from '../application/list-devices.js';
import { ReadDevice } from '../application/read-device.js';
import { ReadPhone } from '../application/read-phone.js';
import { UnlinkDevice } from '../application/unlink-device.js';

/** WA Connected: the list, Tambah and Hapus Koneksi. */
@Controller('devices')
export class DevicesController {
  constructor(
    private readonly listDevices: ListDevices,
    private readonly readDevice: ReadDevice,
    private readonly readPhone: ReadPhone,
    private readonly addDevice: AddDevice,
    private readonly unlinkDevice: UnlinkDevice,
    private readonly gateways: GatewayRegistry,
  ) {}

  @Get()
  @RequirePermission('devices:read')
  @Returns(DeviceList)
  list(@CurrentActor() actor: Actor): Promise<DeviceList> {
    return this.listDevices.run(actor);
  }

  @Get('engines')
  @RequirePermission('devices:read')
  @Returns(EngineList)
  engines(): EngineList {
    return { items: this.gateways.kinds };
  }

  @Get('phone-reading')
  @RequirePermission('devices:manage')
  @Returns(PhoneReading)
  phoneReading(
    @Query({ schema: PhoneReadingQuery }) query: PhoneReadingQuery,
  ): Promise<PhoneReading> {
    return this.readPhone.run(query.phone);
  }

  @Get(':id')
  @RequirePermission('devices:read')
  @Returns(DeviceView)
  read(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() { devices }: Actor,
  ): Promise<DeviceView> {
    return this.readDevice.run(id, devices);
  }

  @Post()
  @RequirePermission('devices:manage')
  @Returns(DeviceView, 201)
  add(
    @Body({ schema: DeviceCreate }) wish: DeviceCreate,
    @CurrentActor() actor: Actor,
  ): Promise<DeviceView> {
    return this.addDevice.run(wish, actor);
  }

  @RequireFreshProof()
  @Delete(':id')
  @RequirePermission('devices:manage')
  @Returns(DeviceRemoval)
  remove(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<DeviceRemoval> {
    return this.unlinkDevice.run(id, actor);
  }
}
