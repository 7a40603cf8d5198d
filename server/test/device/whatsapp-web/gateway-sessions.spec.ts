import { describeGatewaySessions } from '../../../src/modules/device/testing/whatsapp-gateway.suite.js';
import { openWhatsappWeb } from './engine-under-test.js';

describeGatewaySessions('whatsapp-web', openWhatsappWeb);
