import { describeGatewayMessages } from '../../../src/modules/device/testing/whatsapp-gateway-messages.suite.js';
import { openWhatsappWeb } from './engine-under-test.js';

describeGatewayMessages('whatsapp-web', openWhatsappWeb);
