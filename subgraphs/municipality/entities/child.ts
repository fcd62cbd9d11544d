import { Entity } from 'typeorm';
import { RegisteredChild } from '../../shared/database/registeredChild';

/** A child that some municipality has or had a case about (barnet). */
@Entity('child')
export class Child extends RegisteredChild {}
